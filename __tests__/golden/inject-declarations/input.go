package demo

func target() {} // at the very end, without a newline