using Utcp.Generated;

namespace Utcp.Client;

/// <summary>A manual as protocols see it.</summary>
public sealed class ManualContext
{
    internal ManualContext(UtcpClient client, string name, CallTemplate template, ClientBinding binding)
    {
        Client = client;
        Name = name;
        Template = template;
        Binding = binding;
    }

    /// <summary>The client that the manual belongs to.</summary>
    public UtcpClient Client { get; }

    /// <summary>The manual's name, made fit for use.</summary>
    public string Name { get; }

    /// <summary>What the manual is registered with.</summary>
    public CallTemplate Template { get; }

    /// <summary>Where calls go through.</summary>
    public UtcpChannel Channel => Binding.Channel;

    /// <summary>The channel, and how the manual's variables are named.</summary>
    internal ClientBinding Binding { get; }

    /// <summary>The value of a variable that the manual refers to, looked up under the manual's namespace (section 5), or null.</summary>
    public string? FindVariable(string name) => Binding.Find(Binding.NameOf(name));
}
