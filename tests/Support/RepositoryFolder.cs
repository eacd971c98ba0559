namespace TestSupport;

/// <summary>Where the repository is that the tests were built in. Linked into the test projects that read its files.</summary>
internal static class RepositoryFolder
{
    public static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "nswag.json")))
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return directory.FullName;
    }
}
