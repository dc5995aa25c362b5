package org.camundaflows.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.camundaflows.cli.Cli;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server; its {@link #main} is the command line, which serves when no command is given. */
@SpringBootApplication(proxyBeanMethods = false)
public class CamundaFlows {

    /** Without it every start from the jar warns of a compiler that this project does not use. */
    private static final String TRUFFLE_ATTACH = "polyglotimpl.AttachLibraryFailureAction";

    public static void main(String[] args) {
        System.getProperties().putIfAbsent(TRUFFLE_ATTACH, "ignore");
        Cli cli = new Cli(new SpringInstallation(), utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        System.exit(cli.run(args));
    }

    /** JSON is UTF-8, whatever the locale says. */
    private static PrintWriter utf8(FileDescriptor output) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(output), StandardCharsets.UTF_8), true);
    }
}
