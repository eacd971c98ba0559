using System.Text.RegularExpressions;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>What descriptions become in an editor.</summary>
internal sealed partial class CommentTests
{
    private static readonly GeneratedPackage Package = GeneratedPackage.Of("Vonage.Comments");

    [TestCase("Models.g.cs", "fit into a tooltip. This is the second, with a <c>name. Of</c> code. </summary>", TestName = "A_summary_has_as_many_sentences_as_fit")]
    [TestCase("Models.g.cs", "<remarks> <para>This is the third sentence, which no longer fits, and belongs to the remarks.</para>", TestName = "The_other_sentences_are_remarks")]
    [TestCase("Models.g.cs", "and even then goes on for a while. </summary>", TestName = "A_sentence_stays_whole")]
    [TestCase("Models.g.cs", "<summary>The best of all, on two lines. (<c>good</c>)</summary>", TestName = "A_meaning_may_have_several_lines")]
    [TestCase("Models.g.cs", "<summary>Not good. (<c>worse</c>)</summary>", TestName = "A_meaning_may_be_that_of_several_values")]
    [TestCase("Models.g.cs", "<summary>The value <c>other</c>.</summary>", TestName = "A_value_without_a_meaning_says_so")]
    [TestCase("Models.g.cs", "<summary>French. (<c>fr</c>)</summary>", TestName = "A_list_of_meanings_leaves_out_null")]
    [TestCase("Models.g.cs", "<summary>A mood.</summary>\n    [JsonProperty(\"mood\")]", TestName = "A_property_does_not_repeat_the_meanings_of_its_enum")]
    [TestCase("Models.g.cs", "<summary>The time of writing in UTC.</summary>", TestName = "A_time_is_described_without_its_format")]
    [TestCase("Models.g.cs", "<summary>The time to read it. 0 if unknown.</summary>", TestName = "A_duration_is_described_without_its_unit")]
    [TestCase("Models.g.cs", "<summary>The time to write it, in seconds, from 5 to 60.</summary>", TestName = "A_limit_of_a_duration_has_its_unit")]
    [TestCase("ICommentsClient.g.cs", "<summary><b>Hosts.</b> Descriptions that become comments.</summary>", TestName = "Bold_text_is_bold")]
    [TestCase("ICommentsClient.g.cs", "<exception cref=\"NotFiniteNumberException\">There is none, or too many of them.</exception> <exception cref=\"VonageApiException\">", TestName = "What_the_document_names_is_thrown_as_well")]
    [TestCase("ICommentsClient.g.cs", "Console.WriteLine(await client.GetAsync() is { Count: &lt; 5 }); </code> </example>", TestName = "A_client_has_an_example")]
    [TestCase("ICommentsClient.g.cs", "Console.WriteLine(await client.GetAsync() is { Count: &lt; 5 }); </code> </example>\n    Task<Comment> GetAsync(", TestName = "The_method_of_the_example_has_it")]
    public void Comments(string file, string expected) => Assert.That(OnOneLine(Package.Files[file]), Does.Contain(expected));

    // A comment that continues on the next line is one.
    private static string OnOneLine(string code) => Continued().Replace(code, " ");

    [GeneratedRegex(@"(?<=///.*)\n */// ")]
    private static partial Regex Continued();
}
