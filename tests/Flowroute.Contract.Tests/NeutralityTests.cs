namespace Flowroute.Contract.Tests;

/// <summary>What serves every provider names none: a second one came without a line of its own there.</summary>
public class NeutralityTests
{
    private const string Name = "flowroute";

    [TestCase("tools/Vonage.Generator")]
    [TestCase("src/Vonage.Core")]
    [TestCase("build")]
    [TestCase("generated/Vonage.Core")]
    public void DoesNotNameTheProvider(string folder)
    {
        var root = Path.Combine(RepositoryFolder.Find(), folder);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(file => !IsBuilt(Path.GetRelativePath(root, file))).ToList();
        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Where(file => file.Contains(Name, StringComparison.OrdinalIgnoreCase) || File.ReadAllText(file).Contains(Name, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    private static bool IsBuilt(string file) => file.Split('/', '\\').Any(part => part is "bin" or "obj" or "node_modules");
}
