package org.camundaflows.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class CamundaFlows {
    public static void main(String[] args) {
        SpringApplication.run(CamundaFlows.class, args);
    }
}
