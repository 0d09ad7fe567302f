using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Utcp.Packaging.Tests.Support;

/// <summary>What an assembly says about itself, read without loading it.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public CompiledAssembly(byte[] content)
    {
        _file = new PEReader(new MemoryStream(content));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>Its name and version.</summary>
    public AssemblyName Name => _metadata.GetAssemblyDefinition().GetAssemblyName();

    /// <summary>What it references.</summary>
    public IReadOnlyList<AssemblyName> References => [.. _metadata.AssemblyReferences.Select(handle => _metadata.GetAssemblyReference(handle).GetAssemblyName())];

    /// <summary>Its public types that are not nested, with their namespaces.</summary>
    public IReadOnlyList<string> PublicTypes =>
        [.. _metadata.TypeDefinitions.Select(_metadata.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .Select(type => $"{_metadata.GetString(type.Namespace)}.{_metadata.GetString(type.Name)}")];

    /// <summary>Reads the symbols: those in the file itself, or the given ones.</summary>
    public static Symbols ReadSymbols(byte[] assembly, byte[]? pdb)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        using var provider = pdb is not null
            ? MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb))
            : file.ReadEmbeddedPortablePdbDebugDirectoryData(file.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        var reader = provider.GetMetadataReader();
        var codeView = file.ReadCodeViewDebugDirectoryData(file.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));
        var link = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).SingleOrDefault(one => reader.GetGuid(one.Kind) == s_sourceLink);
        return new Symbols(
            [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))],
            link.Value.IsNil ? null : Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value)),
            new BlobContentId(reader.DebugMetadataHeader!.Id).Guid == codeView.Guid);
    }

    public void Dispose() => _file.Dispose();
}

/// <summary>What symbols say.</summary>
/// <param name="Documents">The paths of the sources.</param>
/// <param name="SourceLink">Where debuggers get them, as JSON, or null.</param>
/// <param name="BelongToAssembly">Whether they are those of the assembly.</param>
internal sealed record Symbols(IReadOnlyList<string> Documents, string? SourceLink, bool BelongToAssembly);
