using System.Reflection;

namespace Vonage.Docs.Tests;

/// <summary>Runs the tests that a document shows.</summary>
internal static class TestClass
{
    public static async Task RunAsync(Assembly assembly)
    {
        var tests = assembly.GetExportedTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(TestAttribute))).ToList();
        Assert.That(tests, Is.Not.Empty);
        foreach (var test in tests)
        {
            var instance = Activator.CreateInstance(test.DeclaringType!)!;
            await InvokeAsync(instance, typeof(SetUpAttribute));
            await InvokeAsync(instance, test);
            await InvokeAsync(instance, typeof(TearDownAttribute));
        }
    }

    private static async Task InvokeAsync(object instance, Type attribute)
    {
        foreach (var method in instance.GetType().GetMethods().Where(method => method.IsDefined(attribute)))
            await InvokeAsync(instance, method);
    }

    private static Task InvokeAsync(object instance, MethodInfo method) => method.Invoke(instance, []) as Task ?? Task.CompletedTask;
}
