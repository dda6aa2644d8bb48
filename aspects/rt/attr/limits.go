package attr

import (
	"os"
	"strconv"
	"strings"
	"sync/atomic"
)

// Bounds of texts, in bytes.
const (
	shortLimit = 255
	longLimit  = 4096
	stackLimit = 16_384
	nameLimit  = 255
	// mostLimit holds whatever the environment says: clients decide how long these texts are.
	mostLimit = 65_536
)

type limits struct{ short, long, stack, own int }

// current holds the bounds in force: those of the environment until SetValueLimit changes them.
var current atomic.Pointer[limits]

func init() {
	asked, ok := ValueLimit(os.Getenv)
	if !ok {
		asked = unset
	}
	SetValueLimit(asked)
}

// unset is a value limit that the environment does not have.
const unset = -1 << 31

// SetValueLimit sets the length limit of attribute values in bytes. It lowers any bound and raises those of long texts and of a
// program's attributes, up to 65,536. A negative one is unlimited.
func SetValueLimit(asked int) {
	if asked == unset {
		current.Store(&limits{shortLimit, longLimit, stackLimit, stackLimit})
		return
	}
	if asked < 0 || asked > mostLimit {
		asked = mostLimit
	}
	current.Store(&limits{min(shortLimit, asked), asked, asked, asked})
}

// ValueLimit reads the length limit of attribute values from OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT, else from
// OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT; negative is unlimited. ok says whether one of them is set to a number.
func ValueLimit(getenv func(string) string) (limit int, ok bool) {
	for _, name := range []string{"OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT"} {
		if text := strings.TrimSpace(getenv(name)); text != "" {
			n, err := strconv.Atoi(text)
			return n, err == nil
		}
	}
	return 0, false
}
