package configfile

import (
	"math"
	"strconv"
	"strings"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/configfile/yaml"
)

// object is a mapping of the file. It knows which of its keys were read, so that end can tell of the others. A key without a value
// counts as absent.
type object struct {
	f    *file
	path string // "a.b[1].c"; "" for the root
	node yaml.Node
	read map[string]bool
}

func (f *file) object(node yaml.Node, path string) *object {
	if node.Kind != yaml.Map && node.Kind != yaml.Null {
		name := path
		if name == "" {
			name = "the file"
		}
		fail(node.Line, "%s is no mapping (KEY: VALUE)", name)
	}
	return &object{f, path, node, map[string]bool{}}
}

func (o *object) at(key string) string {
	if o.path == "" {
		return key
	}
	return o.path + "." + key
}

// get gives the value of a key, Null where there is none.
func (o *object) get(key string) yaml.Node {
	o.read[key] = true
	for _, e := range o.node.Entries {
		if e.Key == key {
			return e.Value
		}
	}
	return yaml.Node{Line: o.node.Line}
}

// has says whether the key is there, even without a value: `always_on:` is a sampler.
func (o *object) has(key string) bool {
	for _, e := range o.node.Entries {
		if e.Key == key {
			return true
		}
	}
	return false
}

func (o *object) wrong(key, value, is string) {
	fail(o.get(key).Line, "%s: %s %s", o.at(key), strconv.Quote(config.Shown(value)), is)
}

func (o *object) object(key string) *object { return o.f.object(o.get(key), o.at(key)) }

// list gives the mappings of a list.
func (o *object) list(key string) []*object {
	var out []*object
	for i, item := range o.items(key) {
		out = append(out, o.f.object(item, o.at(key)+"["+strconv.Itoa(i)+"]"))
	}
	return out
}

// required is list, for one that must not be empty.
func (o *object) required(key string) []*object {
	out := o.list(key)
	if len(out) == 0 {
		fail(o.node.Line, "%s is missing", o.at(key))
	}
	return out
}

func (o *object) items(key string) []yaml.Node {
	node := o.get(key)
	if node.Kind != yaml.List && node.Kind != yaml.Null {
		fail(node.Line, "%s is no list", o.at(key))
	}
	return node.Items
}

// texts gives the texts of a list.
func (o *object) texts(key string) []string {
	var out []string
	for _, item := range o.items(key) {
		if item.Kind != yaml.Scalar {
			fail(item.Line, "%s is no list of texts", o.at(key))
		}
		out = append(out, item.Text)
	}
	return out
}

// selection reads {included: […], excluded: […]}, lists of patterns.
func (o *object) selection() config.Selection {
	s := config.Selection{Included: o.texts("included"), Excluded: o.texts("excluded")}
	o.end()
	return s
}

func (o *object) text(key, otherwise string) string {
	switch node := o.get(key); node.Kind {
	case yaml.Null:
		return otherwise
	case yaml.Scalar:
		return node.Text
	default:
		fail(node.Line, "%s is no text", o.at(key))
		return ""
	}
}

// choice gives one of a few words, the first where there is no value.
func (o *object) choice(key string, words ...string) string {
	text := o.text(key, words[0])
	if !contains(words, text) {
		o.wrong(key, text, "is none of "+strings.Join(words, ", "))
	}
	return text
}

func (o *object) boolean(key string, otherwise bool) bool {
	switch text := o.text(key, ""); text {
	case "":
		return otherwise
	case "true", "True", "TRUE":
		return true
	case "false", "False", "FALSE":
		return false
	default:
		o.wrong(key, text, "is neither true nor false")
		return false
	}
}

func (o *object) number(key string, otherwise, least int) int {
	text := o.text(key, "")
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > math.MaxInt32 {
		o.wrong(key, text, "is no number of "+strconv.Itoa(least)+" or more")
	}
	return n
}

func (o *object) float(key string, otherwise, least, most float64) float64 {
	text := o.text(key, "")
	if text == "" {
		return otherwise
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || !(x >= least && x <= most) {
		o.wrong(key, text, "is no number from "+strconv.FormatFloat(least, 'g', -1, 64)+" to "+strconv.FormatFloat(most, 'g', -1, 64))
	}
	return x
}

// only gives the one key of an object that names what it holds: {batch: …}. Its value is an object too.
func (o *object) only() (key string, value *object) {
	if len(o.node.Entries) != 1 {
		fail(o.node.Line, "%s must have one key, and has %d", o.path, len(o.node.Entries))
	}
	key = o.node.Entries[0].Key
	return key, o.object(key)
}

// end tells of the keys that were not read.
func (o *object) end() {
	for _, e := range o.node.Entries {
		if !o.read[e.Key] {
			o.f.ignore(e.Line, o.at(config.Shown(e.Key)), "is not supported")
		}
	}
}

// ignoreAll tells of all keys of an object that should have none.
func (o *object) ignoreAll() {
	clear(o.read)
	o.end()
}
