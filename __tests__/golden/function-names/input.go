package demo

func unnamed(int, ...string) (map[string]func() error, error) { return nil, nil }

func blank(a, _ int, _ ...string) {}

func single() /* before */ error /* behind */ { return nil }

var literal = func(string) error {
	return nil
}

func variadic(a ...error) (func(string) error, error) { return literal, nil }
