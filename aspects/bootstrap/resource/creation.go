package resource

import (
	"strconv"
	"strings"
	"time"
)

// started is when this package was initialised, milliseconds after the process was created.
var started = time.Now()

// ticks is the unit of times in /proc/self/stat, for a second: USER_HZ, which Linux never changes for programs (proc_pid_stat(5)).
const ticks = 100

// creation is when the process was created; where that is not to be found, when it began to run this program.
func (m *Machine) creation() time.Time {
	now := m.Now()
	if m.OS == "linux" {
		if age, ok := m.age(); ok {
			return now.Add(-age)
		}
	} else if at := m.Created(); !at.IsZero() && !at.After(now) {
		return at
	}
	return started
}

// age is how long the process has been there. Both files count from the start of the machine, sleep included. Where a container shows an
// uptime of its own (lxcfs), the process may seem to be from the future: then nothing is known.
func (m *Machine) age() (time.Duration, bool) {
	stat, err := m.ReadFile("/proc/self/stat")
	if err != nil {
		return 0, false
	}
	uptime, err := m.ReadFile("/proc/uptime")
	if err != nil {
		return 0, false
	}
	// The second field is the name, in parentheses, and may hold anything. Behind it is the third; the start is the 22nd.
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	up, _, _ := strings.Cut(string(uptime), " ")
	if len(fields) < 20 {
		return 0, false
	}
	start, err := strconv.ParseUint(fields[19], 10, 63)
	if err != nil {
		return 0, false
	}
	seconds, err := strconv.ParseFloat(strings.TrimSpace(up), 64)
	if err != nil {
		return 0, false
	}
	age := time.Duration(seconds*float64(time.Second)) - time.Duration(start)*(time.Second/ticks)
	// A process as young as that may be older than the last tick.
	if age < 0 && age > -time.Second/ticks {
		age = 0
	}
	return age, age >= 0
}
