package hook

import (
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// place is what spans say of a data source.
type place struct {
	host      string
	port      int
	namespace string
}

// parseSource reads host, port and database out of a data source's name, and nothing else: it may hold passwords. It reads the forms
// of known drivers as strictly as can be. A name that might be read in two ways, because a password has characters that also separate
// the parts, says nothing; neither does one of an unknown form.
func parseSource(system, source string) place {
	switch system {
	case "sqlite", "duckdb":
		return parseFile(source)
	case "postgresql", "cockroachdb":
		if at, ok := parseURL(source, "", "postgres", "postgresql"); ok {
			return at
		}
		return parsePostgres(source)
	case "mysql", "mariadb":
		return parseMySQL(source)
	case "microsoft.sql_server":
		if at, ok := parseURL(source, "database", "sqlserver", "azuresql"); ok {
			return at
		}
		return parseSQLServer(source)
	case "oracle.db":
		// The forms user/password@host and TNS descriptors are not read: either part may hold what separates them.
		at, _ := parseURL(source, "", "oracle")
		return at
	case "clickhouse":
		at, _ := parseURL(source, "database", "clickhouse", "tcp", "http", "https")
		return at
	case "trino":
		at, _ := parseURL(source, "catalog", "http", "https")
		return at
	}
	return place{}
}

// parseFile reads the path of a file; [file:]path[?options], where options may be keys.
func parseFile(source string) place {
	path, _, _ := strings.Cut(strings.TrimPrefix(source, "file:"), "?")
	if path == ":memory:" {
		return place{namespace: path}
	}
	rest := path
	if len(rest) > 2 && isLetter(rest[0]) && rest[1] == ':' { // C:\shop.db
		rest = rest[2:]
	}
	if strings.Contains(rest, "//") || strings.ContainsAny(rest, "@:=&;#'\"") || !isPrintable(rest) {
		return place{}
	}
	return place{namespace: path}
}

// parseURL reads a URL of one of the schemes; the parameter, if it is there, names the database, else the path does. ok says that the
// source is a URL of such a scheme.
func parseURL(source, parameter string, schemes ...string) (at place, ok bool) {
	scheme, rest, found := strings.Cut(source, "://")
	if !found || !slices.Contains(schemes, scheme) {
		return place{}, false
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	// A password with a slash ends the authority too early; its @ is then found behind. Of several in front, drivers take the first or the
	// last.
	if strings.Count(rest[:end], "@") > 1 || strings.ContainsAny(rest[end:], "@#") || strings.ContainsAny(rest, `\"'<>{}|^`+"`") || strings.Contains(rest, " ") || !isPrintable(rest) {
		return place{}, true
	}
	u, err := url.Parse(source)
	if err != nil || !isHost(u.Hostname()) || u.Opaque != "" {
		return place{}, true
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return place{}, true
	}
	at.host = u.Hostname()
	at.port = portOf(u.Port())
	name := strings.TrimPrefix(u.Path, "/")
	if parameter != "" && query.Has(parameter) {
		name = strings.Join(query[parameter], "&") // two are no name
	} else if parameter != "" && schemes[0] != "clickhouse" {
		name = "" // the path is an instance of SQL Server, or nothing
	}
	if isName(name) {
		at.namespace = name
	}
	return at, true
}

// parseMySQL reads [user[:password]@][net[(addr)]]/dbname[?params] as the driver does: the last slash counts, and the last @ before it.
func parseMySQL(source string) place {
	slash := strings.LastIndexByte(source, '/')
	if slash < 0 || !isPrintable(source[slash:]) {
		return place{}
	}
	name, _, _ := strings.Cut(source[slash+1:], "?")
	name, err := url.PathUnescape(name)
	network, address, ok := strings.Cut(source[strings.LastIndexByte(source[:slash], '@')+1:slash], "(")
	// user@net(addr)/name?password=a@/b has a slash behind its parameters' beginning.
	if strings.Contains(source[:slash], ")/") {
		return place{}
	}
	// user:p@ss/word, where a host was forgotten, is no user:p@net/dbname.
	if err != nil || ok && !strings.HasSuffix(address, ")") || !ok && network != "" || !isWord(network) {
		return place{}
	}
	var at place
	if name != "" {
		if !isName(name) {
			return place{}
		}
		at.namespace = name
	}
	if address = strings.TrimSuffix(address, ")"); address != "" {
		var ok bool
		if at.host, at.port, ok = splitHost(address); !ok {
			return place{}
		}
	}
	return at
}

// splitHost reads host, host:port or [host]:port, and paths of sockets.
func splitHost(address string) (host string, port int, ok bool) {
	if strings.HasPrefix(address, "/") {
		return address, 0, isPath(address)
	}
	host = address
	if n := strings.LastIndexByte(address, ':'); n > 0 && (strings.Count(address, ":") == 1 || address[n-1] == ']') {
		host = address[:n]
		if port = portOf(address[n+1:]); port == 0 {
			return "", 0, false
		}
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return host, port, isHost(host)
}

func portOf(text string) int {
	port, err := strconv.ParseUint(text, 10, 16)
	if err != nil {
		return 0
	}
	return int(port)
}

// isHost says whether text is a name or an address and nothing else.
func isHost(text string) bool {
	if strings.Contains(text, ":") {
		_, err := netip.ParseAddr(text)
		return err == nil && !strings.Contains(text, "%")
	}
	return text != "" && !strings.Contains(text, "/") && isPath(text)
}

func isPath(text string) bool {
	return len(text) <= 255 && strings.IndexFunc(text, func(r rune) bool {
		return !isLetterOrDigit(r) && r != '.' && r != '-' && r != '_' && r != '/'
	}) < 0
}

// isName says whether text may be a database's name.
func isName(text string) bool {
	return text != "" && len(text) <= 128 && strings.IndexFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-' && r != '.' && r != '$' && r != ' ' || r == unicode.ReplacementChar
	}) < 0
}

// isWord says whether text is empty or of letters, digits and - + _ only.
func isWord(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !isLetterOrDigit(r) && r != '-' && r != '_' && r != '+' }) < 0
}

func isPrintable(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !unicode.IsPrint(r) || r == unicode.ReplacementChar }) < 0
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isLetterOrDigit(r rune) bool { return r < 0x80 && (isLetter(byte(r)) || r >= '0' && r <= '9') }
