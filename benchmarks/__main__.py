from benchmarks import functions

functions.main()
