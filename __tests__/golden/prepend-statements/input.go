package golden

func get() string {
	return "got"
}

func scan(text string) (int, error) {
	return len(text), nil
}

type table struct{}

func (table) at(int) {}

var double = func(int) {}
