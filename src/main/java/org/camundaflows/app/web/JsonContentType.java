package org.camundaflows.app.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Sends {@code application/json; charset=utf-8} as it is written, where Tomcat would take the blank out. */
final class JsonContentType extends HttpServletResponseWrapper {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE + "; charset=utf-8";

    private final Response coyote;

    JsonContentType(HttpServletResponse response, Response coyote) {
        super(response);
        this.coyote = coyote;
    }

    @Override
    public void setContentType(@Nullable String type) {
        if (isJson(type)) {
            coyote.setContentTypeNoCharset(JSON);
        } else {
            super.setContentType(type);
        }
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (!isContentType(name, value)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        if (!isContentType(name, value)) {
            super.addHeader(name, value);
        }
    }

    private boolean isContentType(String name, @Nullable String value) {
        boolean is = name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) && isJson(value);
        if (is && !isCommitted()) {
            coyote.setContentTypeNoCharset(JSON);
        }
        return is;
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.replace(" ", "").toLowerCase(Locale.ROOT).equals("application/json;charset=utf-8");
    }
}
