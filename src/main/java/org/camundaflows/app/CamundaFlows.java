package org.camundaflows.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication(proxyBeanMethods = false)
public class CamundaFlows {

    public static void main(String[] args) {
        SpringApplication.run(CamundaFlows.class, args);
    }
}
