using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vonage.Generator.Tests.Support;

/// <summary>What the generator made of one fixture spec: its source, and the assembly that it compiles to.</summary>
internal sealed class GeneratedPackage
{
    private static readonly ConcurrentDictionary<string, Lazy<GeneratedPackage>> Packages = new(StringComparer.Ordinal);

    private static readonly IReadOnlyList<MetadataReference> Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    // As every build does: references that a newer platform unifies.
    private static readonly Dictionary<string, ReportDiagnostic> Suppressed = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release, specificDiagnosticOptions: Suppressed);

    // Those of every project.
    private static readonly SyntaxTree Usings = Parse(string.Concat(((string[])["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "Vonage.Core.Pipeline", "Vonage.Core.Serialization"]).Select(name => $"global using {name};\n")), "Usings.cs");

    private static int _snippets;

    private readonly MetadataReference _reference;
    private readonly string _name;

    private GeneratedPackage(string name)
    {
        _name = name;
        Files = Directory.GetFiles(FolderOf(name), "*.g.cs").ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        var image = Emit(Compilation(name, Files.Select(file => Parse(file.Value, file.Key)).Concat(PartialsOf(name))), minimum: DiagnosticSeverity.Warning);
        _reference = MetadataReference.CreateFromImage(image);
        Assembly = Load(image);
    }

    public IReadOnlyDictionary<string, string> Files { get; }

    public Assembly Assembly { get; }

    public static string FolderOf(string name) => Path.Combine(AppContext.BaseDirectory, "Generated", name);

    public static GeneratedPackage Of(string name) => Packages.GetOrAdd(name, key => new(() => new GeneratedPackage(key))).Value;

    public Type Type(string name) => Assembly.GetType($"{_name}.{name}", throwOnError: true)!;

    /// <summary>Compiles code as a user of the package would write it, and runs it.</summary>
    public async Task<object?> RunAsync(string code, VonageApiClient api)
    {
        var method = Compile(code).GetType("Snippet")!.GetMethod("RunAsync")!.CreateDelegate<Func<VonageApiClient, Task<object?>>>();
        return await method(api);
    }

    /// <summary>What the compiler says against the code.</summary>
    public IEnumerable<string> ErrorsOf(string code) =>
        SnippetOf(code).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.GetMessage());

    /// <summary>A file of a package, as the packages' own projects compile it: a public member without documentation is a mistake too.</summary>
    public static SyntaxTree Parse(string code, string path) => CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose), path);

    public static CSharpCompilation Compilation(string name, IEnumerable<SyntaxTree> files) => CSharpCompilation.Create(name, files.Append(Usings), Platform, Options);

    // What stands in src/ of a package.
    private static IEnumerable<SyntaxTree> PartialsOf(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Partials", name + ".cs");
        return File.Exists(path) ? [Parse(File.ReadAllText(path), path)] : [];
    }

    private static Assembly Load(byte[] image) => AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(image));

    private static byte[] Emit(CSharpCompilation compilation, DiagnosticSeverity minimum)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        var faults = result.Diagnostics.Where(d => d.Severity >= minimum).Select(d => d.ToString()).ToList();
        return faults.Count == 0 ? image.ToArray() : throw new InvalidOperationException($"{compilation.AssemblyName} does not compile:\n{string.Join('\n', faults)}");
    }

    private Assembly Compile(string code) => Load(Emit(SnippetOf(code), DiagnosticSeverity.Warning));

    private CSharpCompilation SnippetOf(string code)
    {
        var source = $$"""
            #pragma warning disable CS1998, CS0162, CS0105, CS8019
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;
            using Moq;
            using Newtonsoft.Json.Linq;
            using Vonage;
            using Vonage.Core;
            using Vonage.Core.Pipeline;
            using Vonage.Core.Serialization;
            using {{_name}};

            public static class Snippet
            {
                public static async Task<object?> RunAsync(VonageApiClient api)
                {
            #line 1 "snippet"
                    {{code}}
                    return null;
                }
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest));
        return CSharpCompilation.Create($"{_name}.Snippet{Interlocked.Increment(ref _snippets)}", [tree], [.. Platform, _reference], Options);
    }
}
