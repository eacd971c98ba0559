using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Vonage.Core.Pipeline;

namespace Vonage.Docs.Tests;

/// <summary>docs/coverage.md lists each operation with its method here and in the official SDKs, of which <c>official-operations.txt</c> contains the names.</summary>
public partial class CoverageTests
{
    private const string Setting = "UPDATE_COVERAGE";
    private const string Command = $"{Setting}=1 dotnet test tests/Vonage.Docs.Tests --filter FullyQualifiedName~CoverageTests";

    private static readonly string Page = Path.Combine(RepositoryFolder.Find(), "docs", "coverage.md");
    private static readonly string Source = Path.Combine(RepositoryFolder.Find(), "tests", "Vonage.Docs.Tests", "official-operations.txt");

    // Operations whose methods are written by hand, under other names.
    private static readonly Dictionary<string, string[]> OtherNames = new(StringComparer.Ordinal)
    {
        ["Reports.loadRecords"] = ["ListRecordsAsync"],
        ["Reports.requestReport"] = ["CreateReportAsync"],
        ["Verify.control"] = ["CancelAsync", "TriggerNextWorkflowAsync"],
        ["Video.createSessions"] = ["CreateSessionAsync"],
        ["Voice.downloadFile"] = ["DownloadRecordingAsync", "DownloadRecordingByIdAsync", "GetTranscriptionAsync", "GetTranscriptionByIdAsync"],
    };

    private static readonly List<OwnOperation> Own = [.. Operations()];

    private static readonly List<OfficialOperation> Official = [.. File.ReadLines(Source).Where(line => line.Length > 0 && line[0] != '#').Select(OfficialOperation.Parse)];

    [OneTimeSetUp]
    public async Task UpdateAsync()
    {
        if (Environment.GetEnvironmentVariable(Setting) != "1")
            return;
        await File.WriteAllTextAsync(Source, string.Concat(File.ReadLines(Source).Select(line => WithoutReason(line) + "\n")));
        await File.WriteAllTextAsync(Page, Render());
        await File.WriteAllTextAsync(OtherSdksPage, RenderOtherSdks());
    }

    [Test]
    public void The_page_is_up_to_date() => Assert.That(File.ReadAllText(Page), Is.EqualTo(Render()), $"To write it anew: {Command}");

    [Test]
    public void What_an_official_SDK_can_do_is_here_or_has_a_reason() =>
        Assert.That(Official.Where(official => official.IsRequest && Matching(official) is null && official.Reason is null).Select(official => official.Key), Is.Empty);

    [Test]
    public void A_reason_is_given_only_for_what_is_not_here() =>
        Assert.That(File.ReadLines(Source).Where(line => WithoutReason(line) != line), Is.Empty, $"To remove the reasons: {Command}");

    [Test]
    public void A_request_is_listed_once() =>
        Assert.That(Official.GroupBy(official => official.Key).Where(same => same.Count() > 1).Select(same => same.Key), Is.Empty);

    [Test]
    public void What_sends_no_request_of_its_own_exists()
    {
        var members = Official.Where(official => !official.IsRequest).ToList();
        Assert.That(members, Is.Not.Empty);
        Assert.That(members.Where(official => !Types().Any(type => official.Key.Split('.') is [var owner, var name] && type.Name == owner && type.GetMember(name).Length > 0)).Select(official => official.Key), Is.Empty);
    }

    [Test]
    public void Methods_with_other_names_exist()
    {
        foreach (var (operation, names) in OtherNames)
        {
            var own = Own.Single(own => own.Operation.Name == operation);
            Assert.That(names, Is.SubsetOf(MethodsOf(own.Client)), operation);
        }
    }

    private static string WithoutReason(string line) =>
        line.Length > 0 && line[0] != '#' && OfficialOperation.Parse(line) is { IsRequest: true, Reason: not null } official && Matching(official) is not null
            ? ReasonPart().Replace(line, string.Empty)
            : line;

    private static string Render()
    {
        var page = new StringBuilder($"""
            <!-- Made by CoverageTests of specs/ and tests/Vonage.Docs.Tests/official-operations.txt. Do not edit: {Command} -->
            # Operations in other SDKs

            Each operation of Vonage's APIs, its method in these packages, and its methods in the official SDKs: .NET 8.35, Java 9.13, Python 4.7, Node 3.28. *Also
            in* names the SDKs for PHP, Ruby and Kotlin and the CLI. The APIs of Flowroute are in [APIs and packages](apis.md#flowroute).

            {Row(["operations", "here", .. OfficialOperation.Sdks])}
            {Row(Enumerable.Repeat("---", 2 + OfficialOperation.Sdks.Count))}
            {Row(["all", .. Counts()])}

            """);
        foreach (var api in Own.GroupBy(own => own.Api).OrderBy(api => api.Key, StringComparer.Ordinal))
        {
            Heading(page, api.Key, "method");
            foreach (var own in api)
                page.Append(Row([own.Methods, $"`{own.Key}`", .. Official.Find(official => official.Matches(own))?.Cells ?? OfficialOperation.NoCells])).Append('\n');
        }

        if (Official.Where(official => official.IsRequest && Matching(official) is null).ToList() is { Count: > 0 } others)
        {
            Heading(page, "Not here", "reason");
            foreach (var official in others)
                page.Append(Row([official.Reason ?? string.Empty, $"`{official.Key}`", .. official.Cells])).Append('\n');
        }

        Heading(page, "Without a request of its own", "member", request: false);
        foreach (var official in Official.Where(official => !official.IsRequest))
            page.Append(Row([$"`{official.Key}`", .. official.Cells])).Append('\n');
        return page.ToString();
    }

    private static void Heading(StringBuilder page, string title, string first, bool request = true)
    {
        string[] columns = [first, .. request ? ["request"] : Array.Empty<string>(), .. OfficialOperation.Sdks, "also in"];
        page.Append($"\n## {title}\n\n{Row(columns)}\n{Row(columns.Select(_ => "---"))}\n");
    }

    private static IEnumerable<string> Counts() =>
        OfficialOperation.Sdks.Select(sdk => Official.Count(official => official.IsRequest && official.Has(sdk))).Prepend(Own.Count).Select(count => count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static OwnOperation? Matching(OfficialOperation official) => Own.Find(official.Matches);

    private static IEnumerable<OwnOperation> Operations() =>
        from client in Types()
        where client.Namespace?.StartsWith("Vonage.", StringComparison.Ordinal) == true
        from field in client.GetFields(BindingFlags.NonPublic | BindingFlags.Static)
        where field.FieldType == typeof(ApiOperation)
        let operation = (ApiOperation)field.GetValue(null)!
        select new OwnOperation(client, operation, MethodsFor(client, operation));

    private static string MethodsFor(Type client, ApiOperation operation)
    {
        var api = ApiOf(client);
        var id = operation.Name[(operation.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var names = OtherNames.GetValueOrDefault(operation.Name, [$"{char.ToUpperInvariant(id[0])}{id[1..]}Async"]);
        return names switch
        {
            _ when names.Intersect(MethodsOf(client)).Any() => string.Join(", ", names.Select(name => $"`{api}.{name}`")),
            [var name] when client.GetMethods().Any(method => method.Name == name) => $"`{client.Name}.{name}`",
            _ => $"part of other methods of `{api}`",
        };
    }

    /// <summary>The methods of a client's interface, and the extension methods for it.</summary>
    private static IEnumerable<string> MethodsOf(Type client)
    {
        var contract = client.GetInterface($"I{client.Name}")!;
        return contract.GetMethods()
            .Concat(client.Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(ExtensionAttribute))).SelectMany(type => type.GetMethods()).Where(method => method.GetParameters().FirstOrDefault()?.ParameterType == contract))
            .Select(method => method.Name);
    }

    private static string ApiOf(Type client) => client.Namespace!.Split('.')[1];

    private static IEnumerable<Type> Types() => Directory.EnumerateFiles(AppContext.BaseDirectory, "Vonage*.dll")
        .Where(file => !Path.GetFileNameWithoutExtension(file).EndsWith(".Tests", StringComparison.Ordinal))
        .SelectMany(file => Assembly.LoadFrom(file).GetExportedTypes());

    [GeneratedRegex("(; |(?<=: ))reason .*$")]
    private static partial Regex ReasonPart();

    private sealed record OwnOperation(Type Client, ApiOperation Operation, string Methods)
    {
        public string Api => ApiOf(Client);

        public string Key => $"{Operation.Method} {Operation.PathTemplate}";
    }

    /// <summary>A line: <c>GET /path: .NET method; Java method, method; also PHP; reason a sentence</c>. In place of a request, a member that sends none.</summary>
    private sealed partial record OfficialOperation(string Key, IReadOnlyDictionary<string, string> Parts)
    {
        public static IReadOnlyList<string> Sdks { get; } = [".NET", "Java", "Python", "Node"];

        public static IEnumerable<string> NoCells => Sdks.Append("also").Select(_ => string.Empty);

        public bool IsRequest => Key.Contains(' ', StringComparison.Ordinal);

        public string? Reason => Parts.GetValueOrDefault("reason");

        public IEnumerable<string> Cells => [.. Sdks.Select(NamesIn), Parts.GetValueOrDefault("also", string.Empty)];

        public static OfficialOperation Parse(string line)
        {
            var end = line.IndexOf(": ", StringComparison.Ordinal);
            var parts = line[(end + 2)..].Split("; ").Select(part => part.Split(' ', 2));
            return new(line[..end], parts.ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal));
        }

        public bool Has(string sdk) => Parts.ContainsKey(sdk);

        public string NamesIn(string sdk) => Parts.TryGetValue(sdk, out var names) ? string.Join(", ", names.Split(", ").Select(name => $"`{name}`")) : string.Empty;

        // Parameters have different names.
        public bool Matches(OwnOperation own) => Parameter().Replace(own.Key, "{}").TrimEnd('/') == Parameter().Replace(Key, "{}");

        [GeneratedRegex(@"\{[^}]*\}")]
        private static partial Regex Parameter();
    }
}
