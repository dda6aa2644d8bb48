package resource

import (
	"os"
	"testing"
	"time"
)

func TestCreation(t *testing.T) {
	stat := func(start string) string {
		return "42 (sh) opd) S 1 42 42 0 -1 4194560 1 0 0 0 1 2 0 0 20 0 8 0 " + start + " 100 200\n"
	}
	at := func(text string) time.Time {
		t, err := time.Parse(time.RFC3339Nano, text)
		if err != nil {
			panic(err)
		}
		return t
	}
	for name, tt := range map[string]struct {
		files map[string]string
		want  time.Time
	}{
		// Now is 22:13:20.
		"a young process":          {map[string]string{"/proc/self/stat": stat("123450"), "/proc/uptime": "1236.00 9000.11\n"}, at("2023-11-14T22:13:18.5Z")},
		"an old one":               {map[string]string{"/proc/self/stat": stat("0"), "/proc/uptime": "86400.25 1.0\n"}, at("2023-11-13T22:13:19.75Z")},
		"within the last tick":     {map[string]string{"/proc/self/stat": stat("123601"), "/proc/uptime": "1236.005 1\n"}, at("2023-11-14T22:13:20Z")},
		"an uptime of a container": {map[string]string{"/proc/self/stat": stat("123450"), "/proc/uptime": "7.00 1\n"}, started},
		"no files":                 {nil, started},
		"no uptime":                {map[string]string{"/proc/self/stat": stat("123450")}, started},
		"no number":                {map[string]string{"/proc/self/stat": stat("x"), "/proc/uptime": "1 1\n"}, started},
		"no uptime of a number":    {map[string]string{"/proc/self/stat": stat("1"), "/proc/uptime": "\n"}, started},
		"cut off":                  {map[string]string{"/proc/self/stat": "42 (shopd) S 1", "/proc/uptime": "1 1\n"}, started},
	} {
		m := machine(nil, tt.files)
		if got := m.creation(); !got.Equal(tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
	other := machine(nil, nil)
	other.OS = "windows"
	for _, tt := range []struct{ says, want time.Time }{
		{at("2023-11-14T22:00:00Z"), at("2023-11-14T22:00:00Z")}, {time.Time{}, started}, {at("2033-11-14T22:00:00Z"), started},
	} {
		other.Created = func() time.Time { return tt.says }
		if got := other.creation(); !got.Equal(tt.want) {
			t.Errorf("%v: %v", tt.says, got)
		}
	}
	got := detect(machine(nil, map[string]string{"/proc/self/stat": stat("123450"), "/proc/uptime": "1236.00 9000.11\n"}), nil, "process")
	if got["process.creation.time"] != "2023-11-14T22:13:18.500Z" {
		t.Errorf("got %v", got)
	}
}

// This process was created before it was initialised, and not long before.
func TestCreationOfThisProcess(t *testing.T) {
	m := This(os.ReadFile)
	if got := m.creation(); got.After(started.Add(20*time.Millisecond)) || got.Before(started.Add(-time.Hour)) {
		t.Errorf("created %v, initialised %v", got, started)
	}
}
