package attr

import "strings"

// Host gives the name or address of a host, without port, brackets and anything that does not belong into one; "" for what is no host.
// A client chooses the Host header, which may hold a user and a password.
func Host(host string) string {
	host = strings.Trim(host, "[]")
	if len(host) > shortLimit {
		return ""
	}
	for i := 0; i < len(host); i++ {
		if c := host[i]; c <= ' ' || c == 0x7f || strings.IndexByte(`@/\?#"'<>(){}[],;=&`, c) >= 0 {
			return ""
		}
	}
	return host
}
