namespace Rappel.Core.Ordering;

/// <summary>A node of a <see cref="RankedSet{T}"/>. Left and right are numbers of nodes, 0 for none.</summary>
internal struct RankedNode<T>
    where T : class
{
    public T? Item;
    public int Left;
    public int Right;

    /// <summary>Of the node and all under it.</summary>
    public int Count;

    public uint Priority;
}

/// <summary>
/// Room for nodes, by number from 1 on. It grows a page at a time, so that growing copies next to nothing and leaves no half-empty
/// array of the double size; numbers given back are taken again first.
/// </summary>
internal sealed class NodePages<T>
    where T : class
{
    private const int PageBits = 10;
    private const int PageSize = 1 << PageBits;
    private const int FirstRoom = 8;

    private RankedNode<T>[][] pages = [new RankedNode<T>[FirstRoom]];
    private int used = 1;

    /// <summary>Given back and not taken again, each naming the next in its left.</summary>
    private int free;

    public ref RankedNode<T> this[int node] => ref pages[node >> PageBits][node & (PageSize - 1)];

    public int Take(T item, uint priority)
    {
        int node;
        if (free != 0)
        {
            node = free;
            free = this[node].Left;
        }
        else
        {
            node = used++;
            MakeRoom(node);
        }

        this[node] = new RankedNode<T> { Item = item, Priority = priority, Count = 1 };
        return node;
    }

    public void GiveBack(int node)
    {
        this[node] = new RankedNode<T> { Left = free };
        free = node;
    }

    /// <summary>Nothing is taken any more.</summary>
    public void Clear()
    {
        if (pages.Length > 1)
        {
            pages = [new RankedNode<T>[FirstRoom]];
        }

        used = 1;
        free = 0;
    }

    private void MakeRoom(int node)
    {
        var page = node >> PageBits;
        if (page >= pages.Length)
        {
            Array.Resize(ref pages, pages.Length * 2);
        }

        ref var room = ref pages[page];
        if (page > 0)
        {
            room ??= new RankedNode<T>[PageSize];
        }
        else if (node >= room.Length)
        {
            Array.Resize(ref room, room.Length * 2);
        }
    }
}
