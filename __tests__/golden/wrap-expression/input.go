package golden

import (
	"net/http"
	"strings"
	"time"
)

var shout = strings.ToUpper(" a ") + strings.ToUpper("b")

var client = &http.Client{
	Timeout: time.Second + time.Minute,
}

var plain = http.Client{Timeout: time.Second}
