using System.Reflection;
using Moq;
using Vonage.Sms;

namespace Vonage.Surface.Tests;

internal sealed class MockTests
{
    private static IEnumerable<Type> Clients => Surface.Clients;

    [TestCaseSource(nameof(Clients))]
    public void A_client_can_be_mocked(Type client)
    {
        var mock = (Mock)Activator.CreateInstance(typeof(Mock<>).MakeGenericType(client))!;

        Assert.That(mock.Object, Is.InstanceOf(client));
        Assert.That(client.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, [])?.IsFamily, Is.True, "not for users");
        Assert.That(Surface.Operations(client).Where(method => !method.IsVirtual || method.IsFinal).Select(Surface.NameOf), Is.Empty);
    }

    [Test]
    public async Task A_method_of_a_mocked_class_can_be_set_up()
    {
        var reply = new SmsResponse();
        var sms = new Mock<SmsClient>();
        sms.Setup(client => client.SendAsync(It.IsAny<SmsRequest>(), null, default)).ReturnsAsync(reply);
        var vonage = new Mock<VonageClient>();
        vonage.Setup(client => client.Sms).Returns(sms.Object);

        Assert.That(await vonage.Object.Sms.SendAsync(new()), Is.SameAs(reply));
    }
}
