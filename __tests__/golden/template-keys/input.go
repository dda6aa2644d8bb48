package golden

import (
	"net/http"
	"strings"
	"time"

	"example.com/golden/template-keys/hooks"
)

var shout = strings.ToUpper(" a ")

var dialled = hooks.Dial(1)

var first, second int = 1, 2

var given = http.Client{Timeout: time.Minute}

var empty = http.Client{}

func ranges() { _, _, _ = shout, dialled, first+second }
