package redact

import (
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
)

func TestQuery(t *testing.T) {
	for raw, want := range map[string]string{
		"":                   "",
		"a=b&c=d":            "a=b&c=d",
		"flag&=x&a=":         "flag&=x&a=",
		"design=x&keyword=y": "design=x&keyword=y",
		"id=550e8400-e29b-41d4-a716-446655440000":                              "id=550e8400-e29b-41d4-a716-446655440000",
		"sig=x&Sig=x&%73ig=x":                                                  "sig=REDACTED&Sig=REDACTED&%73ig=REDACTED",
		"api_key=x;apiKey=y&api-key=z&key=k":                                   "api_key=REDACTED;apiKey=REDACTED&api-key=REDACTED&key=REDACTED",
		"X-Amz-Credential=a%2Fb&x-amz-security-token=c&X-Amz-Date=d":           "X-Amz-Credential=REDACTED&x-amz-security-token=REDACTED&X-Amz-Date=REDACTED",
		"X-Goog-Signature=a&AWSAccessKeyId=b&Signature=c&GoogleAccessId=d":     "X-Goog-Signature=REDACTED&AWSAccessKeyId=REDACTED&Signature=REDACTED&GoogleAccessId=REDACTED",
		"access_token=a&id_token=b&refreshToken=c&password=d&user[password]=e": "access_token=REDACTED&id_token=REDACTED&refreshToken=REDACTED&password=REDACTED&user[password]=REDACTED",
		"next=https%3A%2F%2Fu%3Ap%40h%2F":                                      "next=REDACTED",
		"next=https%3A%2F%2Fh%2F%3Ftoken%3Dx":                                  "next=REDACTED",
		"next=https%253A%252F%252Fh%252F%253Ftoken%253Dx":                      "next=REDACTED",
		"next=https%3A%2F%2Fh%2F%3Fpage%3D2":                                   "next=https%3A%2F%2Fh%2F%3Fpage%3D2",
		"filter=%7B%22password%22%3A%22x%22%7D":                                "filter=REDACTED",
		"x=eyJhbGciOiJIUzI1NiJ9.e30.abc":                                       "x=REDACTED",
		"x=Zm9vYmFyMTIzNDU2Nzg5MA":                                             "x=REDACTED",
		"eyJhbGciOiJIUzI1NiJ9.e30.abc&Zm9vYmFyMTIzNDU2Nzg5":                    "REDACTED&REDACTED",
		"token":                  "token",
		"token%3Dsecret":         "REDACTED",
		"%zz=a&tok%e=b&to%6ben=": "%zz=a&tok%e=b&to%6ben=",
	} {
		if got := Query(raw); got != want {
			t.Errorf("%s\n got %s\nwant %s", raw, got, want)
		}
	}
}

func TestOwnNames(t *testing.T) {
	defer func(saved []string) { own = saved }(own)
	own = ownNames(" customer-id, ,Iban ")
	if got := Query("customerId=7&iban=x&ibans=y&a=b"); got != "customerId=REDACTED&iban=REDACTED&ibans=y&a=b" {
		t.Errorf("got %s", got)
	}
}

func TestPath(t *testing.T) {
	for path, want := range map[string]string{
		"": "", "/": "/", "/orders/7": "/orders/7", "/files/Report 2024 (Final).pdf": "/files/Report 2024 (Final).pdf",
		"/commit/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b":    "/commit/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
		"/a;jsessionid=x;b=c/d":                               "/a;jsessionid=REDACTED;b=c/d",
		"/reset/3q2-7wAAbCdEfGhIjKlMn":                        "/reset/REDACTED",
		"/bot123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/x":     "/REDACTED/x",
		"/keys/AKIAIOSFODNN7EXAMPLE/sk-0123456789abcdef/sk-7": "/keys/REDACTED/REDACTED/sk-7",
		"/x/eyJhbGciOiJIUzI1NiJ9.e30.abc":                     "/x/REDACTED",
		"/fetch/https://u:p@h/":                               "/fetch/https://REDACTED/",
		"/@user/a@b":                                          "/@user/a@b",
	} {
		if got := Path(path); got != want {
			t.Errorf("%s\n got %s\nwant %s", path, got, want)
		}
	}
}

// A value that a parameter's name calls secret occurs nowhere, however name and value are written.
func TestSecretsOccurNowhere(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	names := []string{"token", "X-Amz-Signature", "sig", "apiKey", "client_secret", "Authorization", "session.id", "user[pwd]", "PASSWORD"}
	const alphabet = "abcXYZ019 %&=;:/?#@+\"'\\\xff\t"
	for range 20_000 {
		var inner strings.Builder
		for range random.IntN(8) {
			inner.WriteByte(alphabet[random.IntN(len(alphabet))])
		}
		secret := "hunter2" + inner.String() + "swordfish"
		name := names[random.IntN(len(names))]
		if random.IntN(2) == 0 {
			name = strings.ToUpper(name)
		}
		param := url.QueryEscape(name) + "=" + url.QueryEscape(secret)
		if random.IntN(3) == 0 { // inside another parameter
			param = "next=" + url.QueryEscape("https://h/?a=b&"+param)
		}
		raw := "a=b&" + param + "&c=d"
		if got := Query(raw); strings.Contains(got, "hunter2") || strings.Contains(got, "swordfish") || !strings.HasPrefix(got, "a=b&") {
			t.Fatalf("%q\n got %q", raw, got)
		}
	}
}

func FuzzQuery(f *testing.F) {
	for _, seed := range []string{"a=b&sig=c", "%", "%%3", "a=%E4;token=%ff", "\xff\xff=a", "a\xffkey", "next=https%253A%252F%252Fh%252F%253Ftoken%253Dx"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if strings.ContainsAny(raw, "&;") {
			t.Skip() // a separator would end the secret
		}
		if got := Query("token=" + raw); raw != "" && got != "token="+Hidden {
			t.Errorf("%q: got %q", raw, got)
		}
		_ = Path(raw)
		_ = IsSecret(raw)
	})
}
