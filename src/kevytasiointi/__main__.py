from kevytasiointi.config.command import main

main()
