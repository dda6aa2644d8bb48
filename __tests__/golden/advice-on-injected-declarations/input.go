package demo

// The file must mention second and demo:mark for their aspects to be kept: //demo:mark
func First() int { return 1 }
