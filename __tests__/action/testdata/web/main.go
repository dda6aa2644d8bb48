// Command web answers every request with its path, the time zone of Berlin and the number of root certificates.
package main

import (
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"
)

func answer(path string) string {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		return err.Error()
	}
	roots, err := x509.SystemCertPool()
	if err != nil {
		return err.Error()
	}
	many := !roots.Equal(x509.NewCertPool())
	return fmt.Sprintf("%s %s roots=%t", path, time.Unix(0, 0).In(berlin).Format("MST"), many)
}

func main() {
	if len(os.Args) > 1 {
		fmt.Println(answer(os.Args[1]))
		return
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, answer(r.URL.Path)) })
	listener, err := net.Listen("tcp", "127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"))
	if err != nil {
		panic(err)
	}
	fmt.Println("listening on", listener.Addr())
	panic(http.Serve(listener, nil))
}
