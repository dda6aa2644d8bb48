module example.com/crc32

go 1.24
