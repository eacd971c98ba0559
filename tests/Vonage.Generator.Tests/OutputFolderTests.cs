using Vonage.Generator.Tests.Support;

namespace Vonage.Generator.Tests;

/// <summary>The generator replaces and deletes its own files only, whatever folder it is given.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class OutputFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("vonage-generator-folder-").FullName;

    private string Folder => Path.Combine(_root, "out");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task Files_of_others_stay_in_a_folder_that_was_generated_into_before()
    {
        await SucceedsAsync();
        string[] files = ["notes.txt", "Thing.cs", "Lists.csproj", "Foreign.g.cs", "inputs.txt", "below/Models.g.cs", "below/deep/inputs.txt"];
        foreach (var file in files)
            Write("out/" + file, "mine");

        await SucceedsAsync();

        Assert.That(files.Where(file => Read("out/" + file) != "mine"), Is.Empty);
    }

    [Test]
    public async Task What_the_generator_wrote_and_no_longer_writes_goes()
    {
        await SucceedsAsync();
        File.Move(At("out/ListsClient.g.cs"), At("out/OldClient.g.cs"));

        await SucceedsAsync();

        Assert.That(Directory.GetFiles(Folder).Select(Path.GetFileName), Is.EquivalentTo((string[])["Example.md", "IListsClient.g.cs", "ListsClient.g.cs", "Models.g.cs", "Models.Json.g.cs", "Options.g.cs", "README.md"]));
    }

    [TestCase("letter.txt")]
    [TestCase("below/letter.txt")]
    [TestCase("Models.g.cs")]
    [TestCase("inputs.txt")]
    [TestCase("README.md")]
    public async Task Refuses_a_folder_in_which_nothing_is_its_own(string file)
    {
        Write("out/" + file, "dear");

        await IsRefusedAsync($"{Folder} is not empty, and nothing in it was generated. Name an empty folder, or one that was generated into before.");

        Assert.That(Files(), Is.EqualTo((string[])["out/" + file]));
        Assert.That(Read("out/" + file), Is.EqualTo("dear"));
    }

    [Test]
    public async Task Refuses_to_write_over_a_file_that_it_did_not_write()
    {
        await SucceedsAsync();
        Write("out/README.md", "# Mine");
        File.Delete(At("out/Models.g.cs"));

        await IsRefusedAsync($"{Folder}/README.md was not generated. Move it, or name another folder.");

        Assert.That(Read("out/README.md"), Is.EqualTo("# Mine"));
        Assert.That(File.Exists(At("out/Models.g.cs")), Is.False);
    }

    [Test]
    public async Task Does_not_follow_a_link_to_a_folder()
    {
        await SucceedsAsync();
        Write("elsewhere/Models.g.cs", Read("out/Models.g.cs"));
        Directory.CreateSymbolicLink(At("out/linked"), At("elsewhere"));

        await SucceedsAsync();

        Assert.That(File.Exists(At("elsewhere/Models.g.cs")), Is.True);
    }

    [Test]
    public async Task Does_not_write_through_a_link_to_a_file()
    {
        await SucceedsAsync();
        Write("elsewhere.cs", Read("out/Models.g.cs") + "// mine");
        File.Delete(At("out/Models.g.cs"));
        File.CreateSymbolicLink(At("out/Models.g.cs"), At("elsewhere.cs"));

        await IsRefusedAsync($"{Folder}/Models.g.cs is a link, and the generator does not write through links. Replace it by what it leads to.");

        Assert.That(Read("elsewhere.cs"), Does.EndWith("// mine"));
    }

    [Test]
    public async Task Refuses_a_folder_that_is_a_link()
    {
        Directory.CreateDirectory(At("elsewhere"));
        Directory.CreateSymbolicLink(Folder, At("elsewhere"));

        await IsRefusedAsync($"{Folder} is a link, and the generator does not write through links. Replace it by what it leads to.");

        Assert.That(Directory.GetFileSystemEntries(At("elsewhere")), Is.Empty);
    }

    [TestCase("generated/Vonage.Weather", "generated/Vonage.Weather")]
    [TestCase("generated/openapi", "generated/openapi")]
    [TestCase("generated", "generated")]
    public async Task The_repositorys_own_folders_are_not_written_through_links_either(string folder, string named)
    {
        using var copy = new RepositoryCopy();
        await copy.GenerateAsync();
        Directory.Move(copy.At(folder), At("elsewhere"));
        Write("elsewhere/Old.g.cs", "mine");
        Directory.CreateSymbolicLink(copy.At(folder), At("elsewhere"));

        var result = await copy.GenerateAsync();

        Assert.That((result.ExitCode, result.Errors), Is.EqualTo((1, $"Vonage.Generator: error SPEC: {copy.At(named)} is a link, and the generator does not write through links. Replace it by what it leads to.\n")));
        Assert.That(Read("elsewhere/Old.g.cs"), Is.EqualTo("mine"));
    }

    [Test]
    public async Task Regenerating_deletes_no_file_behind_a_link_and_none_of_another_kind()
    {
        using var copy = new RepositoryCopy();
        Write("elsewhere/Old.g.cs", "mine");
        copy.Write("generated/Vonage.Gone/notes.txt", "mine");
        copy.Write("generated/Vonage.Gone/Old.g.cs", "left behind");
        Directory.CreateSymbolicLink(copy.At("generated/Vonage.Linked"), At("elsewhere"));

        var result = await copy.GenerateAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(File.Exists(At("elsewhere/Old.g.cs")), Is.True);
        Assert.That(File.Exists(copy.At("generated/Vonage.Gone/notes.txt")), Is.True);
        Assert.That(File.Exists(copy.At("generated/Vonage.Gone/Old.g.cs")), Is.False);
    }

    [TestCase("Vonage")]
    [TestCase("Vonage.")]
    [TestCase("vonage.sms")]
    [TestCase("Vonage.X; class Evil { }")]
    [TestCase("Vonage.../../X")]
    public async Task A_package_has_a_name_of_CSharp(string package) =>
        Assert.That((await GenerateAsync(package)).Errors, Does.Contain($"'{package}' cannot be a package. Name it PROVIDER.API"));

    private async Task SucceedsAsync()
    {
        var result = await GenerateAsync();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    private async Task IsRefusedAsync(string message)
    {
        var result = await GenerateAsync();
        Assert.That((result.ExitCode, result.Errors), Is.EqualTo((1, $"{RepositoryFiles.Spec("lists")}: error SPEC: {message}\n")));
    }

    private Task<CommandResult> GenerateAsync(string package = "Vonage.Lists") =>
        Command.GeneratorAsync(RepositoryFiles.Root, "--one", RepositoryFiles.Spec("lists"), package, Folder);

    private string At(string path) => Path.Combine(_root, path);

    private string Read(string path) => File.ReadAllText(At(path));

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/'));
}
