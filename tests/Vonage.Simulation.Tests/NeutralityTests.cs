namespace Vonage.Simulation.Tests;

/// <summary>The engine knows no provider. Its own namespace is all that may have a provider's name.</summary>
internal sealed class NeutralityTests
{
    private static readonly string Engine = Path.Combine(RepositoryFolder.Find(), "src", "Vonage.Simulation");

    [TestCase("vonage")]
    [TestCase("nexmo")]
    [TestCase("flowroute")]
    public void The_engine_does_not_name(string word)
    {
        var files = Directory.EnumerateFiles(Engine, "*", SearchOption.AllDirectories).Where(file => !IsBuilt(file)).ToList();

        Assert.That(files, Has.Some.EndsWith("ApiSimulator.cs"));
        Assert.That(files.SelectMany(Text).Where(line => line.Contains(word, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    private static IEnumerable<string> Text(string file) => File.ReadLines(file).Prepend(Path.GetRelativePath(Engine, file))
        .Select(line => line.Replace("Vonage.Simulation", "", StringComparison.Ordinal));

    private static bool IsBuilt(string file) => Path.GetRelativePath(Engine, file).Split('/', '\\')[0] is "bin" or "obj";
}
