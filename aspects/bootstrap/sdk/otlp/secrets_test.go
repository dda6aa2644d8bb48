package otlp

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

const secret = "swordfish"

// Messages tell which variable is wrong, but no part of a value that may be a credential.
func TestConfigErrorsHoldNoCredentials(t *testing.T) {
	for _, pair := range [][2]string{
		{"ENDPOINT", "https://me:" + secret + "@c.example:x/"},
		{"ENDPOINT", "me:" + secret + "@c.example:4318"},
		{"ENDPOINT", "ftp://c.example/" + secret},
		{"ENDPOINT", "https://c.example/%zz?key=" + secret},
		{"TRACES_ENDPOINT", secret},
		{"HEADERS", secret},
		{"HEADERS", "api-key=%zz" + secret},
		{"HEADERS", "api-key=x,%20" + secret},
		{"CERTIFICATE", "-----BEGIN PRIVATE KEY-----\n" + secret},
		{"CLIENT_KEY", "-----BEGIN PRIVATE KEY-----\n" + secret},
		{"CLIENT_CERTIFICATE", strings.Repeat(secret, 1000)},
	} {
		_, err := NewHTTP(env(pair[0], pair[1]), nil)
		if err == nil {
			t.Errorf("%s=%s is taken", pair[0], pair[1])
		} else if strings.Contains(err.Error(), secret) || !strings.Contains(err.Error(), "OTEL_EXPORTER_OTLP_") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s=%s: %v", pair[0], pair[1], err)
		}
	}
}

func exportError(t *testing.T, pairs ...string) error {
	t.Helper()
	ended := make(chan struct{})
	close(ended) // no second attempt
	exporter, err := NewHTTP(env(pairs...), ended)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return exporter.ExportSpans(ctx, sample())
}

func TestSendErrorsHoldNoCredentials(t *testing.T) {
	redirected := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("the headers went to another host") }))
	defer redirected.Close()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasSuffix(r.URL.Path, "redirect"):
			http.Redirect(w, r, redirected.URL+"/"+secret, http.StatusTemporaryRedirect)
		case strings.HasSuffix(r.URL.Path, "garbage"):
			conn, _, _ := w.(http.Hijacker).Hijack()
			_, _ = conn.Write([]byte(secret + "\r\n\r\n"))
			_ = conn.Close()
		default:
			w.WriteHeader(http.StatusForbidden)
		}
	}))
	defer server.Close()
	address := strings.TrimPrefix(server.URL, "http://")
	for _, endpoint := range []string{
		"http://me:" + secret + "@" + address + "/x?api-key=" + secret,
		"http://me:" + secret + "@" + address + "/redirect?" + secret,
		"http://" + secret + "@" + address + "/garbage",
		"https://me:" + secret + "@" + address + "/" + secret,
		"http://me:" + secret + "@127.0.0.1:1/" + secret,
		"http://me:" + secret + "@does-not-exist.invalid/" + secret,
	} {
		err := exportError(t, "TRACES_ENDPOINT", endpoint, "HEADERS", "api-key="+secret)
		if err == nil {
			t.Errorf("%s: no error", endpoint)
			continue
		}
		host := endpoint[strings.Index(endpoint, "@")+1:]
		host, _, _ = strings.Cut(host, "/")
		if strings.Contains(err.Error(), secret) || !strings.Contains(err.Error(), host) {
			t.Errorf("%s: %v", endpoint, err)
		}
	}
	if err := exportError(t, "ENDPOINT", "http://c.example", "HEADERS", "bad name="+secret); err == nil || strings.Contains(err.Error(), secret) {
		t.Errorf("a header that cannot be sent: %v", err)
	}
	if err := exportError(t, "ENDPOINT", "http://c.example", "HEADERS", "key=a%0A"+secret); err == nil || strings.Contains(err.Error(), secret) {
		t.Errorf("a value that cannot be sent: %v", err)
	}
}
