using Newtonsoft.Json.Linq;
using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>The spec check (Spectral with the repository's own rules) refuses what cannot become good code, and names the place.</summary>
internal sealed class SpecRuleTests
{
    private static readonly string Spectral = RepositoryFiles.At("node_modules", ".bin", "spectral");

    private List<(string Rule, string Place)> _findings = [];

    [OneTimeSetUp]
    public async Task CheckBadSpecAsync()
    {
        var result = await LintAsync("bad");

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Text);
        _findings = [.. JArray.Parse(result.Output[result.Output.IndexOf('[', StringComparison.Ordinal)..]).Select(f => ((string)f["code"]!, string.Join('.', f["path"]!)))];
    }

    [TestCase("specs-no-inline-object", "components.schemas.Thing.properties.part")]
    [TestCase("specs-no-inline-object", "components.schemas.Thing.properties.parts.items")]
    [TestCase("specs-no-inline-object", "paths./v1/things.post.requestBody.content.application/json.schema")]
    [TestCase("specs-no-inline-enum", "components.schemas.Thing.properties.mood")]
    [TestCase("specs-no-inline-enum", "paths./v1/things.post.parameters.1.schema")]
    [TestCase("specs-no-named-array", "components.schemas.thing_list")]
    [TestCase("specs-schema-name", "components.schemas.thing_list")]
    [TestCase("specs-open-objects", "components.schemas.Thing")]
    [TestCase("specs-no-any-of", "components.schemas.Thing.properties.choice")]
    [TestCase("specs-union-discriminated", "components.schemas.Union")]
    [TestCase("specs-union-mapping", "components.schemas.Half.oneOf")]
    [TestCase("specs-extensions", "components.schemas.Thing.x-wonder")]
    [TestCase("specs-extensions", "info.x-command")]
    [TestCase("specs-extensions", "paths./v1/things.post.x-effect")]
    [TestCase("specs-extensions", "components.schemas.Color.x-enum-descriptions")]
    [TestCase("specs-extensions", "paths./v1/things.post.x-throttled")]
    [TestCase("specs-extensions", "paths./v1/things.post.x-throws")]
    [TestCase("specs-described", "components.schemas.Thing.properties.silent")]
    [TestCase("specs-described", "components.schemas.Thing.properties.terse")]
    [TestCase("specs-described", "components.schemas.Thing.properties.color")]
    [TestCase("specs-described", "paths./v1/things.post.parameters.2")]
    [TestCase("specs-security-schemes", "components.securitySchemes")]
    [TestCase("specs-no-global-security", "security")]
    [TestCase("specs-server-is-host", "servers.0.url")]
    [TestCase("specs-no-credentials", "paths./v1/things.post.parameters.0")]
    [TestCase("specs-operation-id", "paths./v1/things.post.operationId")]
    [TestCase("specs-operation-summary", "paths./v1/things.post")]
    [TestCase("specs-operation-tag", "paths./v1/things.post.tags")]
    [TestCase("specs-operation-security", "paths./v1/things.post")]
    [TestCase("specs-operation-success", "paths./v1/things.get.responses")]
    [TestCase("specs-operation-refusal", "paths./v1/things.get.responses")]
    [TestCase("specs-examples", "paths./v1/things.post.requestBody.content.application/json")]
    [TestCase("oas3-valid-media-example", "paths./v1/things.post.responses.200.content.application/json.example.name")]
    public void A_broken_rule_is_found_with_its_place(string rule, string place) =>
        Assert.That(_findings, Does.Contain((rule, place)));

    [Test]
    public async Task A_document_that_keeps_the_rules_passes()
    {
        var result = await LintAsync("good");

        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    private static Task<CommandResult> LintAsync(string name) => Command.RunAsync(
        Spectral,
        ["lint", Path.Combine(AppContext.BaseDirectory, "SpecRules", name + ".yaml"), "--ruleset", RepositoryFiles.At(".spectral.yaml"), "--fail-severity=warn", "--format=json", "--quiet"],
        RepositoryFiles.Root);
}
