package configfile

import (
	"strings"

	"github.com/gots-dev/gots/aspects/bootstrap/configfile/yaml"
)

// substitute puts variables into the values, not the keys, of a tree
// (opentelemetry-specification/specification/configuration/data-model.md, "Environment variable substitution"): ${NAME}, ${env:NAME},
// ${NAME:-default}; $$ is a dollar sign. A value cannot bring in structure: what type it has is decided afterwards, and quotes keep
// it a text.
func substitute(node yaml.Node, getenv func(string) string) yaml.Node {
	switch node.Kind {
	case yaml.Scalar:
		if strings.Contains(node.Text, "$") {
			node.Text = expand(node.Text, node.Line, getenv)
			if !node.Quoted && yaml.IsNull(node.Text) {
				return yaml.Node{Line: node.Line}
			}
		}
	case yaml.Map:
		for i := range node.Entries {
			node.Entries[i].Value = substitute(node.Entries[i].Value, getenv)
		}
	case yaml.List:
		for i := range node.Items {
			node.Items[i] = substitute(node.Items[i], getenv)
		}
	}
	return node
}

func expand(text string, line int, getenv func(string) string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(text, "$")
		out.WriteString(before)
		switch {
		case !found:
			return out.String()
		case strings.HasPrefix(after, "$"):
			out.WriteByte('$')
			text = after[1:]
		case strings.HasPrefix(after, "{"):
			inside, rest, closed := strings.Cut(after[1:], "}")
			name, otherwise, _ := strings.Cut(inside, ":-")
			name = strings.TrimPrefix(name, "env:")
			if !closed || !isName(name) {
				// What is in the braces may be a default with a key in it.
				fail(line, "a reference to a variable is ${NAME}, ${env:NAME} or ${NAME:-default}, and $$ is a dollar sign")
			}
			value := getenv(name)
			if value == "" {
				value = otherwise
			}
			out.WriteString(value)
			text = rest
		default:
			out.WriteByte('$')
			text = after
		}
	}
}

// isName says whether a text names a variable: letters, digits and _, no digit first.
func isName(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c != '_' && (c|0x20 < 'a' || c|0x20 > 'z') && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return text != ""
}
