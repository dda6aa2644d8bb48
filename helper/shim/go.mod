module gots/shim

go 1.24
