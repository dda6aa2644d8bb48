package config

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io/fs"
	"net"
	"net/textproto"
	"net/url"
	"strconv"
	"strings"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// otlp reads the variables of the OTLP exporter; a signal's own go before the general ones. It gives false where the signal cannot
// be sent as asked: to send it elsewhere, or without TLS, would be worse.
func (s *source) otlp(sig signal, e *Exporter) bool {
	names := func(name string) (own, general string) {
		return "OTEL_EXPORTER_OTLP_" + sig.infix + "_" + name, "OTEL_EXPORTER_OTLP_" + name
	}
	both := func(name string) (string, string) {
		own, general := names(name)
		return s.first(own, general)
	}
	off := "no " + sig.name + " are sent"
	own, general := names("PROTOCOL")
	e.Protocol = choice(s, []Protocol{Protobuf, GRPC, JSON}, own, general)
	own, general = names("INSECURE")
	insecure := false
	if s.get(own) != "" {
		insecure = s.boolean(own)
	} else {
		insecure = s.boolean(general)
	}
	own, general = names("ENDPOINT")
	name, text := s.first(own, general)
	e.Implied = text == ""
	path := ""
	if name == general {
		path = "v1/" + sig.name
	}
	var bad string
	if e.URL, e.Shown, bad = Endpoint(e.Protocol, text, path, insecure); bad != "" {
		s.report(Problem{Name: name, Is: bad, Used: off})
		return false
	}
	name, text = both("HEADERS")
	e.Headers = s.headers(name, text)
	own, general = names("COMPRESSION")
	e.Gzip = choice(s, []string{"none", "gzip"}, own, general) == "gzip"
	own, general = names("TIMEOUT")
	e.Timeout = s.milliseconds(10_000, 0, own, general)

	authorityName, authority := both("CERTIFICATE")
	certificateName, certificate := both("CLIENT_CERTIFICATE")
	keyName, key := both("CLIENT_KEY")
	var where string
	if e.TLS, where, bad = ReadTLS(s.readFile, authority, certificate, key); bad != "" {
		name := map[string]string{"authority": authorityName, "certificate": certificateName, "key": keyName}[where]
		s.report(Problem{Name: name, Is: bad, Used: off})
		return false
	}
	return true
}

// Endpoint completes the address of a collector. text is what was configured, "" for the default; path is what HTTP adds to it. It
// gives the URL, what messages call it, and what is wrong with text, without any part of it that may be a secret.
func Endpoint(protocol Protocol, text, path string, insecure bool) (address Secret, shown, bad string) {
	if text == "" {
		text = "http://localhost:4318"
		if protocol == GRPC {
			text = "http://localhost:4317"
		}
	}
	if protocol == GRPC && !strings.Contains(text, "://") {
		// gRPC's own form, host:port, has no scheme.
		scheme := "https://"
		if insecure {
			scheme = "http://"
		}
		text = scheme + text
	}
	u, err := url.Parse(text)
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" || !isPort(u.Port()) {
		// Neither the URL nor what is wrong with it is said: both may hold a password. A host and a port do not.
		if host, port, ok := strings.Cut(text, ":"); ok && isPort(port) && port != "" && isHost(host) {
			return "", "", strconv.Quote(bound.Line(text, shownLength)) + " is no http or https URL; did you mean http://" + bound.Line(text, shownLength)
		}
		if protocol == GRPC {
			return "", "", "is no http or https URL, and no host:port"
		}
		return "", "", "is no http or https URL"
	}
	shown = u.Scheme + "://" + u.Host
	if protocol == GRPC {
		if u.Port() == "" {
			u.Host = net.JoinHostPort(u.Hostname(), "4317")
		}
		return Secret(u.Scheme + "://" + u.Host), u.Scheme + "://" + u.Host, ""
	}
	if path != "" {
		u = u.JoinPath(path)
	} else if u.Path == "" {
		u.Path = "/"
	}
	return Secret(u.String()), shown, ""
}

func isPort(port string) bool {
	if port == "" {
		return true
	}
	n, err := strconv.ParseUint(port, 10, 16)
	return err == nil && n > 0
}

func isHost(host string) bool {
	return host != "" && strings.Trim(strings.ToLower(host), "abcdefghijklmnopqrstuvwxyz0123456789.-") == ""
}

// Pair is a name and a value of a list.
type Pair struct{ Name, Value string }

// Pairs reads name=value,name=value with percent escapes. bad is the number of the first entry that is none, 0 if all are.
func Pairs(list string) (pairs []Pair, bad int) {
	for i, entry := range strings.Split(list, ",") {
		if strings.TrimSpace(entry) == "" {
			continue
		}
		pair, ok := pair(entry)
		if !ok {
			return nil, i + 1
		}
		pairs = append(pairs, pair)
	}
	return pairs, 0
}

func pair(entry string) (Pair, bool) {
	rawName, rawValue, ok := strings.Cut(entry, "=")
	name, err := url.PathUnescape(strings.TrimSpace(rawName))
	value, valueErr := url.PathUnescape(strings.TrimSpace(rawValue))
	return Pair{name, value}, ok && err == nil && valueErr == nil && name != ""
}

// headers keeps the entries that are headers. Of the others only the number is told: they are most likely keys.
func (s *source) headers(variable, list string) []Header {
	var out []Header
	for i, entry := range strings.Split(list, ",") {
		if strings.TrimSpace(entry) == "" {
			continue
		}
		p, ok := pair(entry)
		if !ok || !IsHeader(p.Name, p.Value) {
			s.report(Problem{Name: variable, Is: "entry " + strconv.Itoa(i+1) + " is no header (name=value, percent-encoded)", Used: "leaving it out"})
			continue
		}
		out = append(out, Header{textproto.CanonicalMIMEHeaderKey(p.Name), Secret(p.Value)})
	}
	return out
}

// IsHeader says whether a name and a value can stand in a request (RFC 9110, sections 5.1 and 5.5).
func IsHeader(name, value string) bool {
	for i := 0; i < len(name); i++ {
		c := name[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !letter && strings.IndexByte("!#$%&'*+-.^_`|~", c) < 0 {
			return false
		}
	}
	for i := 0; i < len(value); i++ {
		if c := value[i]; c < ' ' && c != '\t' || c == 0x7f {
			return false
		}
	}
	return name != ""
}

// ReadTLS reads the files once, so that a wrong one is told at start. where is authority, certificate or key for the file that bad
// is about.
func ReadTLS(readFile func(string) ([]byte, error), authority, certificate, key string) (set TLS, where, bad string) {
	if authority != "" {
		pem, err := readFile(authority)
		if err != nil {
			return set, "authority", ofFile(authority, err)
		}
		if !x509.NewCertPool().AppendCertsFromPEM(pem) {
			return set, "authority", "no certificate in " + shownPath(authority)
		}
		set.Authority = pem
	}
	if certificate == "" && key == "" {
		return set, "", ""
	}
	if key == "" {
		return set, "key", "a client's certificate needs its key"
	}
	if certificate == "" {
		return set, "certificate", "a client's key needs its certificate"
	}
	certificatePEM, err := readFile(certificate)
	if err != nil {
		return set, "certificate", ofFile(certificate, err)
	}
	keyPEM, err := readFile(key)
	if err != nil {
		return set, "key", ofFile(key, err)
	}
	if _, err := tls.X509KeyPair(certificatePEM, keyPEM); err != nil {
		return set, "certificate", shownPath(certificate) + " and the client's key are no pair of a certificate and its key in PEM"
	}
	set.Certificate, set.Key = certificate, key
	return set, "", ""
}

// ofFile says why a file cannot be read, without the error's own text.
func ofFile(name string, err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no file " + shownPath(name)
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read " + shownPath(name)
	}
	return "cannot read " + shownPath(name)
}

// shownPath gives a path for a message. What is set in place of a path may be the key itself.
func shownPath(path string) string {
	if len(path) > 250 || strings.ContainsAny(path, "\r\n") || strings.Contains(path, "-----") {
		return "(no path)"
	}
	return bound.Line(path, 250)
}
