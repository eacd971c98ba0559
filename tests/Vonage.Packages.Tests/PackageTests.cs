using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace Vonage.Packages.Tests;

/// <summary>The packages as a stranger gets them: restored and run outside this repository.</summary>
public class PackageTests
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("vonage-packages-").FullName;

    private static readonly string Configuration = typeof(PackageTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    // The build of this project packs them there.
    internal static readonly string Packages = Path.Combine(RepositoryFolder.Find(), "artifacts", "packages", Configuration);

    [OneTimeTearDown]
    public static void CleanUp() => Directory.Delete(Folder, recursive: true);

    [Test]
    public async Task The_facade_works_from_its_package()
    {
        const string Program = """
            using Vonage.Messages;
            using Vonage.Testing;

            await using var simulator = await VonageSimulator.StartAsync();
            var sent = await simulator.CreateClient().Messages.SendAsync(new SmsTextMessage { From = "ACME", To = "447700900000", Text = "Hello" });
            Console.WriteLine("sent " + sent.MessageUuid);
            """;
        var output = await new Stranger(Path.Combine(Folder, "facade"), Packages).RunAsync(Program, "Vonage", "Vonage.Testing");
        Assert.That(output, Does.Contain("sent "));
    }

    [Test]
    public async Task The_second_provider_works_from_its_packages()
    {
        const string Program = """
            using Flowroute.Messages;
            using Flowroute.Testing;

            await using var simulator = await FlowrouteSimulator.StartAsync();
            var sent = await simulator.CreateClient().Messages.SendAsync(new SendMessageRequest { From = "12061231234", To = "12065551234", Body = "Hello" });
            Console.WriteLine("sent " + sent.Id);
            Console.WriteLine("with " + AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name is "Vonage" or "Vonage.Testing"));
            """;
        var output = await new Stranger(Path.Combine(Folder, "second"), Packages).RunAsync(Program, "Flowroute", "Flowroute.Testing");
        Assert.That(output, Does.Contain("sent mdr2-").And.Contain("with 0"));
    }

    [Test]
    public async Task One_api_works_without_the_facade()
    {
        const string Program = """
            using Vonage;
            using Vonage.Sms;

            var sms = new SmsClient(VonageCredentials.FromApiKey("abcd1234", "secret"));
            try
            {
                await sms.SendAsync(new SmsRequest { From = "ACME", To = "07700 900000", Text = "Hello" });
            }
            catch (Vonage.Core.InvalidRequestException error)
            {
                Console.WriteLine(error.Field);
            }
            Console.WriteLine(AppDomain.CurrentDomain.GetAssemblies().Any(a => a.GetName().Name is "Vonage" or "RestSharp"));
            """;
        var output = await new Stranger(Path.Combine(Folder, "one"), Packages).RunAsync(Program, "Vonage.Sms");
        Assert.That(string.Join(' ', output.Split('\n').Select(l => l.Trim())).Trim(), Is.EqualTo("to False"));
    }

    [Test]
    public void Every_package_says_what_it_is()
    {
        var packages = Directory.GetFiles(Packages, "*.nupkg");
        Assert.That(packages, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var package in packages)
            {
                using var zip = ZipFile.OpenRead(package);
                using var nuspec = zip.Entries.Single(e => e.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
                var metadata = XDocument.Load(nuspec).Root!.Elements().Single(e => e.Name.LocalName == "metadata").Elements().ToLookup(e => e.Name.LocalName, e => e.Value);
                Assert.That(metadata["license"].Single(), Is.EqualTo("MIT"), package);
                Assert.That(metadata["authors"].Single(), Is.EqualTo("Vonage.Generated contributors"), package);
                Assert.That(metadata["description"].Single(), Has.Length.GreaterThan(30), package);
                Assert.That(zip.Entries.Select(e => e.FullName), Has.Some.EqualTo("README.md"), package);
                if (Path.GetFileName(package).StartsWith("Vonage.Generator.", StringComparison.Ordinal))
                    continue; // tools, against which nobody compiles
                Assert.That(zip.Entries.Select(e => e.FullName), Has.Some.EndsWith(".xml"), package);
                Assert.That(File.Exists(Path.ChangeExtension(package, ".snupkg")), Is.True, package);
            }
        });
    }
}
