[assembly: Category("Slow")]

// They mostly wait for other programs.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
