module gots/gate

go 1.24
