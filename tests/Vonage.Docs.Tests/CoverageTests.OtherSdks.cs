using System.Text;

namespace Vonage.Docs.Tests;

/// <summary>docs/moving-from-other-sdks.md: below a part that is written by hand, each method of an official SDK with the methods here.</summary>
public partial class CoverageTests
{
    private const string MadeBelow = $"<!-- Made by CoverageTests. Do not edit what is below: {Command} -->\n";

    private static readonly string OtherSdksPage = Path.Combine(RepositoryFolder.Find(), "docs", "moving-from-other-sdks.md");

    [Test]
    public void The_methods_of_other_SDKs_are_up_to_date() => Assert.That(File.ReadAllText(OtherSdksPage), Is.EqualTo(RenderOtherSdks()), $"To write them anew: {Command}");

    private static string RenderOtherSdks()
    {
        var page = new StringBuilder(File.ReadAllText(OtherSdksPage).Split(MadeBelow)[0]).Append(MadeBelow);
        foreach (var sdk in OfficialOperation.Sdks.Where(sdk => sdk != ".NET"))
        {
            page.Append($"\n## {sdk}\n\n{Row([sdk, "here"])}\n{Row(["---", "---"])}\n");
            foreach (var official in Official.Where(official => official.Has(sdk)))
                page.Append(Row([official.NamesIn(sdk), Here(official)])).Append('\n');
        }

        return page.ToString();
    }

    private static string Here(OfficialOperation official) => Matching(official)?.Methods ?? official.Reason ?? $"`{official.Key}`";
}
