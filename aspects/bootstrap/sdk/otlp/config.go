package otlp

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	rt "github.com/gots-dev/gots/aspects/otelrt"
	"github.com/gots-dev/gots/aspects/rt/bound"
)

type config struct {
	url     string
	shown   string // what messages call the endpoint: without user, path and query, which may be keys
	headers map[string]string
	timeout time.Duration
	gzip    bool
	json    bool
	tls     *tls.Config // nil: the system's
}

// readConfig reads the variables of the OTLP exporter; those of traces go before the general ones.
func readConfig(getenv func(string) string) (config, error) {
	get := func(name string) string {
		if v := strings.TrimSpace(getenv("OTEL_EXPORTER_OTLP_TRACES_" + name)); v != "" {
			return v
		}
		return strings.TrimSpace(getenv("OTEL_EXPORTER_OTLP_" + name))
	}
	cfg := config{timeout: 10 * time.Second}
	var err error
	switch protocol := get("PROTOCOL"); protocol {
	case "", "http/protobuf":
	case "http/json":
		cfg.json = true
	default:
		return cfg, fmt.Errorf("OTEL_EXPORTER_OTLP_PROTOCOL=%q is not supported (http/protobuf, http/json)", bound.Line(protocol, 40))
	}
	if cfg.url, cfg.shown, err = endpoint(getenv); err != nil {
		return cfg, err
	}
	if cfg.headers, err = headers(get("HEADERS")); err != nil {
		return cfg, err
	}
	switch compression := get("COMPRESSION"); compression {
	case "", "none":
	case "gzip":
		cfg.gzip = true
	default:
		return cfg, fmt.Errorf("OTEL_EXPORTER_OTLP_COMPRESSION=%q is not supported (gzip, none)", bound.Line(compression, 40))
	}
	if text := get("TIMEOUT"); text != "" {
		ms, err := strconv.Atoi(text)
		if err != nil || ms < 0 {
			return cfg, fmt.Errorf("OTEL_EXPORTER_OTLP_TIMEOUT=%q is no number of milliseconds", bound.Line(text, 40))
		}
		cfg.timeout = time.Duration(ms) * time.Millisecond
	}
	cfg.tls, err = tlsConfig(get("CERTIFICATE"), get("CLIENT_CERTIFICATE"), get("CLIENT_KEY"))
	return cfg, err
}

// endpoint takes the traces' own URL as it is; to the general one it adds the signal's path.
func endpoint(getenv func(string) string) (address, shown string, err error) {
	own := strings.TrimSpace(getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"))
	base := strings.TrimSpace(getenv("OTEL_EXPORTER_OTLP_ENDPOINT"))
	if base == "" {
		base = "http://localhost:4318"
	}
	text, name := own, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"
	if text == "" {
		text, name = base, "OTEL_EXPORTER_OTLP_ENDPOINT"
	}
	u, err := url.Parse(text)
	if err != nil || u.Hostname() == "" || (u.Scheme != "http" && u.Scheme != "https") {
		// Neither the URL nor what is wrong with it is said: both may hold a password. A host and a port do not.
		if host, port, ok := strings.Cut(text, ":"); ok && strings.Trim(port, "0123456789") == "" && rt.Host(host) != "" {
			return "", "", fmt.Errorf("%s is no http or https URL: %q", name, text)
		}
		return "", "", fmt.Errorf("%s is no http or https URL", name)
	}
	if own == "" {
		u = u.JoinPath("v1", "traces")
	} else if u.Path == "" {
		u.Path = "/"
	}
	return u.String(), u.Scheme + "://" + u.Host, nil
}

// headers reads name=value,name=value with percent escapes in the values.
func headers(list string) (map[string]string, error) {
	out := map[string]string{}
	for i, pair := range strings.Split(list, ",") {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		name, raw, ok := strings.Cut(pair, "=")
		value, err := url.PathUnescape(strings.TrimSpace(raw))
		name = strings.TrimSpace(name)
		if !ok || err != nil || name == "" {
			// Neither name nor value: either is most likely a key.
			return nil, fmt.Errorf("OTEL_EXPORTER_OTLP_HEADERS: entry %d is not name=value", i+1)
		}
		out[http.CanonicalHeaderKey(name)] = value
	}
	return out, nil
}

func tlsConfig(authority, certificate, key string) (*tls.Config, error) {
	if authority == "" && certificate == "" && key == "" {
		return nil, nil
	}
	cfg := &tls.Config{MinVersion: tls.VersionTLS12}
	if authority != "" {
		pem, err := os.ReadFile(authority)
		if err != nil {
			return nil, fmt.Errorf("OTEL_EXPORTER_OTLP_CERTIFICATE: %s", ofFile(err))
		}
		cfg.RootCAs = x509.NewCertPool()
		if !cfg.RootCAs.AppendCertsFromPEM(pem) {
			return nil, fmt.Errorf("OTEL_EXPORTER_OTLP_CERTIFICATE: no certificate in %s", shownPath(authority))
		}
	}
	if certificate != "" || key != "" {
		pair, err := tls.LoadX509KeyPair(certificate, key)
		if err != nil {
			return nil, fmt.Errorf("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE, OTEL_EXPORTER_OTLP_CLIENT_KEY: %s", ofFile(err))
		}
		cfg.Certificates = []tls.Certificate{pair}
	}
	return cfg, nil
}
