using System.Reflection;
using Vonage.Core.Pipeline;

namespace Vonage.Docs.Tests;

/// <summary>The table of docs/reliability.md lists what the generated operations are.</summary>
public class ReliabilityTests
{
    [Test]
    public void Every_operation_is_listed_with_its_effect()
    {
        var document = File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "docs", "reliability.md"));
        var table = Table();
        Assert.That(document, Does.Contain(table), $"The table must be:\n{table}");
    }

    private static string Table()
    {
        var operations = Operations().ToList();
        Assert.That(operations, Has.Count.GreaterThan(150));
        var rows = operations.GroupBy(entry => entry.Package).OrderBy(package => package.Key, StringComparer.Ordinal)
            .Select(package => $"| {package.Key} | {Of(package, OperationEffect.None)} | {Of(package, OperationEffect.Idempotent)} | {Of(package, OperationEffect.Once)} |");
        return string.Join('\n', ["| package | none | idempotent | once |", "|---|---|---|---|", .. rows]);
    }

    private static string Of(IEnumerable<(string Package, ApiOperation Operation)> entries, OperationEffect effect) => string.Join(", ", entries
        .Where(entry => entry.Operation.Effect == effect)
        .Select(entry => $"`{entry.Operation.Name[(entry.Operation.Name.IndexOf('.', StringComparison.Ordinal) + 1)..]}`{(entry.Operation.RefusesUnprocessed ? " *429*" : "")}")
        .Order(StringComparer.Ordinal));

    private static IEnumerable<(string Package, ApiOperation Operation)> Operations() =>
        from package in BuiltPackages.ByProject
        from type in package.Value.GetExportedTypes()
        from field in type.GetFields(BindingFlags.NonPublic | BindingFlags.Static)
        where field.FieldType == typeof(ApiOperation)
        select (package.Key, (ApiOperation)field.GetValue(null)!);
}
