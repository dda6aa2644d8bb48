package hook

import "strings"

// parsePostgres reads libpq's form: host=a port=5432 dbname='b c'. Any blank separates, tabs and newlines too.
func parsePostgres(source string) place {
	pairs, ok := postgresPairs(source)
	if !ok {
		return place{}
	}
	var at place
	if host := pairs["host"]; isHost(host) || strings.HasPrefix(host, "/") && isPath(host) {
		at.host = host
		at.port = portOf(pairs["port"])
	}
	if isName(pairs["dbname"]) {
		at.namespace = pairs["dbname"]
	}
	return at
}

const blanks = " \t\n\r\v\f"

// postgresPairs reads the whole source or, if anything in it does not fit the form, nothing.
func postgresPairs(source string) (map[string]string, bool) {
	pairs := map[string]string{}
	for rest := strings.Trim(source, blanks); rest != ""; rest = strings.TrimLeft(rest, blanks) {
		key, after, ok := strings.Cut(rest, "=")
		key = strings.TrimRight(key, blanks)
		if _, again := pairs[key]; !ok || again || key == "" || !isWord(key) || strings.ContainsAny(key, "-+") {
			return nil, false
		}
		if pairs[key], rest, ok = postgresValue(strings.TrimLeft(after, blanks)); !ok {
			return nil, false
		}
	}
	return pairs, true
}

// postgresValue reads a value, in quotes or up to a blank, and gives what follows. A quote within a value or right behind one is none
// of either, and stands for a value that was written wrongly.
func postgresValue(text string) (value, rest string, ok bool) {
	inQuotes := strings.HasPrefix(text, "'")
	if inQuotes {
		text = text[1:]
	}
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text):
			i++
			out.WriteByte(text[i])
		case c == '\'' && inQuotes:
			rest = text[i+1:]
			return out.String(), rest, rest == "" || strings.IndexByte(blanks, rest[0]) >= 0
		case c == '\'' || c == '\\':
			return "", "", false
		case !inQuotes && strings.IndexByte(blanks, c) >= 0:
			return out.String(), text[i:], true
		default:
			out.WriteByte(c)
		}
	}
	return out.String(), "", !inQuotes
}

// sqlServerKeys are the keys that SQL Server's drivers know. Another one is a part of a password with a semicolon.
var sqlServerKeys = func() map[string]bool {
	keys := map[string]bool{}
	for _, key := range strings.Split("addr,address,app name,application name,applicationintent,authenticator,certificate,change password,"+
		"clientcertpath,columnencryption,connect timeout,connection timeout,data source,database,dial timeout,disableretry,driver,encrypt,"+
		"failoverpartner,failoverport,fedauth,guid conversion,hostnameincertificate,initial catalog,integrated security,keepalive,log,"+
		"multisubnetfailover,network address,packet size,password,pipe,port,protocol,pwd,server,serverspn,timezone,tlsmin,trusted_connection,"+
		"trustservercertificate,uid,user,user id,workstation id", ",") {
		keys[key] = true
	}
	return keys
}()

// parseSQLServer reads server=host,1433;database=name, and odbc:server=host;pwd={a;b}. In both a driver would find a password that
// holds key=value between semicolons to be that key.
func parseSQLServer(source string) place {
	rest, braces := strings.CutPrefix(source, "odbc:")
	pairs := map[string]string{}
	for rest != "" {
		key, after, ok := strings.Cut(rest, "=")
		key = strings.ToLower(strings.TrimSpace(key))
		if _, again := pairs[key]; !ok || again || !sqlServerKeys[key] {
			return place{}
		}
		if pairs[key], rest, ok = sqlServerValue(strings.TrimLeft(after, blanks), braces); !ok {
			return place{}
		}
	}
	var at place
	server := strings.TrimPrefix(oneOf(pairs, "server", "data source", "address", "addr", "network address"), "tcp:")
	host, port, ok := strings.Cut(server, ",") // host\instance,port
	host, _, _ = strings.Cut(host, `\`)
	if !ok {
		port = pairs["port"]
	}
	if isHost(host) {
		at.host, at.port = host, portOf(port)
	}
	if name := oneOf(pairs, "database", "initial catalog"); isName(name) {
		at.namespace = name
	}
	return at
}

// sqlServerValue reads a value up to a semicolon; in braces it may hold semicolons, and closing braces twice.
func sqlServerValue(text string, braces bool) (value, rest string, ok bool) {
	if !braces || !strings.HasPrefix(text, "{") {
		value, rest, _ = strings.Cut(text, ";")
		// Some drivers have quotes, others take them literally.
		return strings.TrimSpace(value), strings.TrimLeft(rest, blanks), !strings.ContainsAny(value, `"'{}`)
	}
	var out strings.Builder
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] != '}':
			out.WriteByte(text[i])
		case i+1 < len(text) && text[i+1] == '}':
			out.WriteByte('}')
			i++
		default:
			rest = strings.TrimLeft(text[i+1:], blanks)
			after, more := strings.CutPrefix(rest, ";")
			return out.String(), strings.TrimLeft(after, blanks), more || rest == ""
		}
	}
	return "", "", false
}

// oneOf gives the value of the only key that is there.
func oneOf(pairs map[string]string, keys ...string) string {
	value, found := "", 0
	for _, key := range keys {
		if v, ok := pairs[key]; ok {
			value = v
			found++
		}
	}
	if found != 1 {
		return ""
	}
	return value
}
