module gots/oracle

go 1.24
