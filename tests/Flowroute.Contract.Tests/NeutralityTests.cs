using System.Text.RegularExpressions;

namespace Flowroute.Contract.Tests;

/// <summary>What serves every provider contains no provider's words, in code, documentation and messages. Names of this repository's packages do not count.</summary>
public partial class NeutralityTests
{
    [TestCase("build")]
    [TestCase("src/Vonage.Core")]
    [TestCase("tools/Vonage.Generator")]
    [TestCase("tools/Vonage.Generator.MSBuild")]
    public void Contains_no_providers_word(string folder)
    {
        var root = Path.Combine(RepositoryFolder.Find(), folder);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(file => !IsBuilt(Path.GetRelativePath(root, file))).ToList();
        Assert.That(files, Is.Not.Empty);
        Assert.That(files.SelectMany(file => WordsIn(Path.GetRelativePath(root, file) + "\n" + File.ReadAllText(file)).Select(word => $"{file}: {word}")), Is.Empty);
    }

    [TestCase("https://api-eu.vonage.com", ExpectedResult = "vonage")]
    [TestCase("rest.nexmo.com", ExpectedResult = "nexmo")]
    [TestCase("Set VONAGE_API_KEY.", ExpectedResult = "VONAGE")]
    [TestCase("VonageCredentials", ExpectedResult = "Vonage")]
    [TestCase("Vonage signs webhooks.", ExpectedResult = "Vonage")]
    [TestCase("as Flowroute.Common does", ExpectedResult = "Flowroute")]
    [TestCase("Set FR_ACCESS_KEY.", ExpectedResult = "FR_")]
    [TestCase("using Vonage.Core; vonage-generated/0.1.0; dotnet vonage-generate; the Vonage.Generated contributors", ExpectedResult = "")]
    public string Finds(string text) => string.Join(", ", WordsIn(text));

    private static IEnumerable<string> WordsIn(string text) => ProviderWord().Matches(OwnName().Replace(text, string.Empty)).Select(match => match.Value);

    [GeneratedRegex("vonage|nexmo|flowroute|FR_|OpenTok|TokBox", RegexOptions.IgnoreCase)]
    private static partial Regex ProviderWord();

    // The neutral projects are called by the library's name.
    [GeneratedRegex(@"\bVonage\.(Cli|Core|Common|DependencyInjection|Generated|Generator|Raw|Simulation)\b|\bvonage-generated?\b")]
    private static partial Regex OwnName();

    private static bool IsBuilt(string file) => file.Split('/', '\\').Any(part => part is "bin" or "obj" or "node_modules");
}
