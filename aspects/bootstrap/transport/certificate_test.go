package transport

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
)

func authority(server *httptest.Server) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})
}

// pair makes a certificate that signs itself, and its key.
func pair(t *testing.T, serial int64) (certificate, key []byte) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: "client"}, NotBefore: time.Now().Add(-time.Hour),
		NotAfter: time.Now().Add(time.Hour), ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: encoded})
}

// Files of the client's certificate are read for each connection; while one of them is older than the other, the pair before is used.
func TestTheClientsCertificateIsReadAgain(t *testing.T) {
	var serial int64
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		serial = r.TLS.PeerCertificates[0].SerialNumber.Int64()
	}))
	server.TLS = &tls.Config{ClientAuth: tls.RequireAnyClientCert}
	server.StartTLS()
	t.Cleanup(server.Close)
	dir := t.TempDir()
	set := config.TLS{Authority: authority(server), Certificate: filepath.Join(dir, "cert.pem"), Key: filepath.Join(dir, "key.pem")}
	write := func(name string, data []byte) {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	certificate, key := pair(t, 1)
	write(set.Certificate, certificate)
	write(set.Key, key)
	c := try(t, server.URL, func(e *config.Exporter) { e.TLS = set })
	connect := func(want int64) {
		t.Helper()
		c.Close()
		if out := c.export(); out.Kind != Sent || serial != want {
			t.Errorf("%+v, certificate %d, want %d", out, serial, want)
		}
	}
	connect(1)
	certificate, key = pair(t, 2)
	write(set.Certificate, certificate)
	connect(1)
	write(set.Key, key)
	connect(2)
	write(set.Key, []byte("gone"))
	connect(2)
}
