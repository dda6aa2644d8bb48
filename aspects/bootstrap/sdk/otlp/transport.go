package otlp

import (
	"net"
	"net/http"
	"time"
)

// newTransport makes a transport of the exporter's own. http.DefaultTransport is the program's: it may be of any type, and to clone it
// would already settle which protocols it speaks, before the program has configured it.
func newTransport() *http.Transport {
	dialer := &net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}
	return &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		DialContext:         dialer.DialContext,
		ForceAttemptHTTP2:   true,
		MaxIdleConns:        2,
		IdleConnTimeout:     90 * time.Second,
		TLSHandshakeTimeout: 10 * time.Second,
	}
}
