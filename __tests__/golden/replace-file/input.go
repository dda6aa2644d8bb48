package golden

func greet() string { return "hello" }
